import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { readExamples } from '../../src/rule-files/rule-examples.ts';
import { read } from './read-support.ts';

describe('a posting in another language is known by its words', () => {
  it.each([
    [
      'de',
      'Deine Aufgaben',
      'Du baust Modelle, die den Bedarf von 90 Mühlen schätzen',
      'Dein Profil',
      'Erfahrung mit Python und SQL',
    ],
    [
      'de',
      'Was dich erwartet',
      'Betrieb der Modelle auf unserem Cluster',
      'Was du mitbringst',
      'Gute Kenntnisse in Python',
    ],
    [
      'fr',
      'Vos missions',
      'Vous entraînez chaque semaine le modèle des stocks',
      'Profil recherché',
      'Trois ans d’expérience avec Python',
    ],
    [
      'es',
      'Tus responsabilidades',
      'Entrenar el modelo de la demanda cada semana',
      'Requisitos',
      'Experiencia con Python y SQL',
    ],
    [
      'pt',
      'Responsabilidades',
      'Treinar o modelo da demanda toda semana',
      'Requisitos',
      'Experiência com Python e SQL',
    ],
    [
      'it',
      'Responsabilità',
      'Addestrare il modello della domanda ogni settimana',
      'Requisiti',
      'Esperienza con Python e SQL',
    ],
    [
      'nl',
      'Wat ga je doen',
      'Je traint elke week het model van de voorraad',
      'Wat wij vragen',
      'Drie jaar ervaring met Python',
    ],
    [
      'sv',
      'Arbetsuppgifter',
      'Du tränar varje vecka modellen för lagret',
      'Krav',
      'Tre års erfarenhet av Python och SQL',
    ],
    ['da', 'Opgaver', 'Du træner hver uge modellen for vores lager', 'Krav', 'Tre års erfaring med Python og SQL'],
    [
      'pl',
      'Obowiązki',
      'Będziesz trenować model zapasów w naszym zespole',
      'Wymagania',
      'Doświadczenie w pracy z Pythonem oraz SQL',
    ],
    [
      'cs',
      'Náplň práce',
      'Každý týden budeš trénovat model pro naše sklady',
      'Požadavky',
      'Zkušenosti s Pythonem a SQL',
    ],
    [
      'fi',
      'Työtehtävät',
      'Koulutat varastomallia joka viikko ja vastaat siitä, että ennusteet ovat ajoissa',
      'Vaatimukset',
      'Kokemusta Pythonista ja SQL:stä sekä kolmen vuoden työ',
    ],
    [
      'tr',
      'Sorumluluklar',
      'Her hafta stok modelini eğitmek ve ekip ile çalışmak',
      'Aranan nitelikler',
      'Python ve SQL için üç yıl deneyim',
    ],
    ['ja', '仕事内容', '在庫の需要を毎日予測するモデルを開発します', '応募資格', 'Pythonでの開発経験'],
    ['zh', '岗位职责', '每天训练预测库存需求的模型', '任职要求', '熟悉 Python 和 SQL'],
    ['ko', '주요 업무', '매일 재고 수요를 예측하는 모델을 개발합니다', '자격 요건', 'Python 경험 3년'],
    ['ru', 'Обязанности', 'Каждую неделю обучать модель спроса', 'Требования', 'Опыт работы с Python'],
    ['uk', 'Обовʼязки', 'Щотижня навчати модель попиту і відповідати за її якість', 'Вимоги', 'Досвід роботи з Python'],
  ])('%s: %s', (language, duties, duty, demands, demand) => {
    const text = `# Machine Learning Engineer\n\n## ${duties}\n\n- ${duty}\n- ${duty}\n\n## ${demands}\n\n- ${demand}\n- Kubernetes, PyTorch\n`;
    expect(read(text).language).toBe(language);
  });

  it.each([
    ['terse lists', '# ML Engineer\n\n## Stack\n\n- Python, PyTorch\n- Kafka\n- Airflow\n\n## Pay\n\n$150K–$180K\n'],
    [
      'names of people and places',
      '# ML Engineer (m/w/d)\n\nJörg, Käthe and you run the models of the Straßenbahn in Köln, next to La Défense and Los Ángeles.\n',
    ],
    [
      'one sentence of welcome',
      '# ML Engineer\n\nWillkommen bei der Straßenbahn, wir sind für dich da!\n\nYou build the models that plan the repair of our trams with the people of the depot, and you own how well they run.\n',
    ],
    ['nothing', ''],
    ['a title alone', '# Ingénieur Machine Learning\n'],
  ])('English stays English: %s', (_, text) => {
    expect(read(text).language).toBeUndefined();
  });

  const english = `# ML Engineer\n\n## What you will do\n\n- Train the model that plans the repair of 200 switches each night\n- Own how well it runs, and answer for it when it does not\n- Bring new models onto our own cluster together with the team\n\n## Requirements\n\n- Three to five years of work on machine learning in production\n- Python and SQL, and the habit of writing tests\n- The patience to explain a forecast to people who lay rails\n`;
  const german = `## Deine Aufgaben\n\n- Du betreust das Modell, das jede Nacht die Wartung von 200 Weichen plant\n- Du bringst neue Modelle auf unserem Cluster in Betrieb\n\n## Dein Profil\n\n- Drei bis fünf Jahre Berufserfahrung mit maschinellem Lernen\n- Python und SQL\n`;

  it('a posting in two languages is English where its English part is whole', () => {
    expect(read(`${english}\n${german}`).language).toBeUndefined();
    expect(read(`${german}\n${english}`).language).toBeUndefined();
    expect(
      read(`# ML Engineer\n\nWe plan the repair of rails, and we are a team of the people who lay them.\n\n${german}`)
        .language,
    ).toBe('de');
  });
});

test('no example of a rule and no posting of this project is taken for one in another language', () => {
  const own = yamlFiles(rulesFolder()).filter(
    ({ path }) => path.split('/').length > 2 && !path.includes('/terms/') && !path.endsWith('other-language.yml'),
  );
  const wrong = own.flatMap(({ path, text }) => {
    const { flagged, clean } = readExamples(path, text);
    return [...flagged, ...clean]
      .filter(({ posting }) => read(posting).language !== undefined)
      .map(({ name }) => `${path}: ${name}`);
  });
  const folder = new URL('../../examples/', import.meta.url);
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && read(readFileSync(new URL(name, folder), 'utf8')).language) wrong.push(name);
  }
  expect(wrong).toEqual([]);
});
