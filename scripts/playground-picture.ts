import { fileURLToPath } from 'node:url';
import { startPlayground } from '../test/support/playground.ts';

/** Writes docs/playground.png: the page as it opens. */
export async function playgroundPicture(): Promise<void> {
  const playground = await startPlayground();
  const { page } = await playground.open({ viewport: { width: 1280, height: 800 } });
  await page.getByRole('button', { name: 'Apply the fix' }).first().waitFor();
  await page.screenshot({ path: fileURLToPath(new URL('../docs/playground.png', import.meta.url)) });
  await playground.close();
}
