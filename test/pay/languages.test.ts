/** How pay is written in other languages and lands. */
import { expect, test } from 'vitest';
import { payFromText } from '../../src/pay/read.ts';
import { payVocabulary, showPay } from './vocabulary.ts';

test.each<[string, ...string[]]>([
  ['€ 4.000 - € 5.500 bruto per maand', '4000-5500 EUR/month base [gross]'],
  ['€ 4.000 - € 5.500 bruto per maand o.b.v. 40 uur', '4000-5500 EUR/month base [gross]'],
  ['€ 80 - € 95 per uur', '80-95 EUR/hour base'],
  ['€4.500 - €6.000 p/m', '4500-6000 EUR/month base'],
  ['€ 54.000 - € 68.000 bruto per jaar', '54000-68000 EUR/year base [gross]'],
  ['40.000 til 55.000 DKK pr. måned', '40000-55000 DKK/month base'],
  ['fra 600.000 til 750.000 NOK i året', '600000-750000 NOK/year base'],
  ['NOK 450–600 per time', '450-600 NOK/hour base'],
  ['45 000 – 60 000 SEK i månaden', '45000-60000 SEK/month base'],
  ['80 000 – 120 000 Kč měsíčně', '80000-120000 CZK/month base'],
  ['od 80 000 Kč do 120 000 Kč za měsíc', '80000-120000 CZK/month base'],
  ['18 000 - 25 000 zł brutto miesięcznie', '18000-25000 PLN/month base [gross]'],
  ['150 - 180 PLN/godz netto + VAT', '150-180 PLN/hour base [net]'],
  ['4.000 € – 5.500 € brutto im Monat', '4000-5500 EUR/month base [gross]'],
  ['von 60.000 € bis 75.000 € jährlich', '60000-75000 EUR/year base'],
  ['40.000 € - 52.000 € brutos al año', '40000-52000 EUR/year base [gross]'],
  ['de 2.500 € a 3.200 € brutos mensuales', '2500-3200 EUR/month base [gross]'],
  ['entre 45 et 55 k€ brut annuel', '45000-55000 EUR/year base [gross]'],
  ['500 € – 650 € par jour', '500-650 EUR/day base'],
  ['RAL 45.000 - 60.000 euro lordi annui', '45000-60000 EUR/year base [gross]'],
  ['2.500 - 3.200 euro al mese', '2500-3200 EUR/month base'],
  ['3.000 € a 4.200 € brutos por mês', '3000-4200 EUR/month base [gross]'],
  ['R$ 12.000 a R$ 16.000 por mês', '12000-16000 BRL/month base'],
  ['5 000 – 6 500 € kuukaudessa', '5000-6500 EUR/month base'],
  ['年薪30-50万元', '300000-500000 CNY/year base'],
  ['每月 42,000 元 ~ 48,000 元', '42000-48000 CNY/month base'],
  ['年収600万円〜900万円', '6000000-9000000 JPY/year base'],
  ['月給：40万円～60万円', '400000-600000 JPY/month base'],
  ['時給3,000円～4,000円', '3000-4000 JPY/hour base'],
  ['￥8,000,000 ～ ￥12,000,000', '8000000-12000000 JPY/year base'],
  ['연봉 6,000만원 ~ 9,000만원', '60000000-90000000 KRW/year base'],
  ['£500pd', '500 GBP/day base'],
  ['£450 - £550 p/d', '450-550 GBP/day base'],
  ['£38ph', '38 GBP/hour base'],
  ['R1,200,000 – R1,500,000 per annum', '1200000-1500000 ZAR/year base'],
  ['R 85 000 - R 110 000 per month', '85000-110000 ZAR/month base'],
  ['1.2 Cr - 1.5 Cr', '12000000-15000000 INR/year base'],
  ['₹38 - 46 lakh per annum', '3800000-4600000 INR/year base'],
  ['Rp 20.000.000 - Rp 30.000.000 per month', '20000000-30000000 IDR/month base'],
])('%s', (text, ...expected) => {
  const figures = payFromText(text, (index) => index, { section: 'pay', heading: 'Pay' }, payVocabulary);
  expect(figures.map(showPay)).toEqual(expected);
});

test.each(['An R2 of 0.9', 'Python, R 3 and Julia', 'R 4.2 or newer', 'L4 to L6', '3 months at most'])(
  'no money: %s',
  (text) => {
    expect(payFromText(text, (index) => index, { section: 'intro', heading: '' }, payVocabulary)).toEqual([]);
  },
);
