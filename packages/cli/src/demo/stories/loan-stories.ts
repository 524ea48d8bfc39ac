import { businessIdOf } from '../business-id.ts';
import { daysFrom } from '../iso-moment.ts';
import { colleagues, iban, person, YOU } from '../people.ts';
import type { PlannedDocument, PlannedInstance, PlannedWork, Story, StoryContext } from '../planned-instance.ts';
import { paySlip } from './pay-slip.ts';

const WEEK = 'P7D';

/** Credit scores that rate A and B. */
const [GOOD_SCORE, FAIR_SCORE] = [760, 610];

interface LoanOptions {
  readonly score?: number;
  /** Empty = nobody yet. */
  readonly reviewer?: string;
  readonly dueInDays?: number;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly work?: readonly PlannedWork[];
}

/** An application that a person has to look at, unless the story says otherwise. */
function loan({ random, ordinal, nowMs }: StoryContext, options: LoanOptions): PlannedInstance {
  const { score = FAIR_SCORE, reviewer = '', dueInDays = random.integer(1, 6), variables = {}, work = [] } = options;
  const applicant = person(random);
  const amount = random.integer(4, 70) * 1_000;
  const termMonths = random.pick([24, 36, 60, 84]);
  const monthlyIncome = Math.round((amount / termMonths) * (score >= GOOD_SCORE ? 9 : 3));
  const isLowRisk = score >= GOOD_SCORE;
  return {
    processDefinitionId: 'loan-application',
    businessId: businessIdOf('loan', ordinal),
    tags: ['demo', amount > 50_000 ? 'large' : 'retail'],
    work,
    // Only where somebody will look at it.
    documents: reviewer === YOU ? [payslipOf(applicant.name, monthlyIncome)] : [],
    variables: {
      applicationId: businessIdOf('loan', ordinal),
      applicant: {
        ...applicant,
        title: random.pick(['none', 'none', 'dr']),
        iban: iban(random),
        employment: random.pick(['employed', 'employed', 'self-employed', 'retired', 'student']),
        bornOn: `${random.integer(1955, 2004)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}`,
      },
      amount,
      termMonths,
      creditScore: score + random.integer(-30, 30),
      // So much of the income goes into debts: below 25 % is low, up to 60 % is a matter for people.
      monthlyIncome,
      monthlyDebts: Math.round((amount / termMonths) * (isLowRisk ? 0.4 : 0.2)),
      otherLoans: [
        { lender: 'Sparkasse Köln', rest: random.integer(1, 9) * 500, until: '2028-05' },
        { lender: 'Bank of Yorkshire', rest: random.integer(1, 20) * 250, until: '2027-11' },
      ],
      purpose: random.pick([
        'New kitchen',
        'Ein gebrauchtes Lastenrad für die Familie',
        'Roof repair',
        'Umzug nach Österreich',
        'Studies abroad',
      ]),
      question: null,
      answerDeadline: WEEK,
      reviewer,
      dueDate: daysFrom(nowMs, dueInDays),
      followUpDate: daysFrom(nowMs, dueInDays - 2),
      consent: true,
      ...variables,
    },
  };
}

function payslipOf(name: string, income: number): PlannedDocument {
  const lines = [
    'Gehaltsnachweis / Pay slip',
    '',
    `Name: ${name}`,
    `Auszahlung / Net pay: ${income} EUR`,
    'Oktober 2026',
  ];
  return {
    variable: 'proofOfIncome',
    fileName: 'Gehaltsnachweis Oktober.pdf',
    contentType: 'application/pdf',
    content: paySlip(lines),
  };
}

const review = (by: string, variables: Readonly<Record<string, unknown>>): PlannedWork => ({
  elementId: 'ReviewApplication',
  by,
  variables: { checked: ['identity', 'income'], note: 'Documents are complete.', ...variables },
});

const sign = (by: string): PlannedWork => ({
  elementId: 'SignContract',
  by,
  variables: { signedBy: by, identityChecked: true },
});

/** Shown in a form, and executed nowhere. */
const hostile = {
  purpose: '</textarea><script>alert(4)</script>',
  applicant: {
    name: '<img src=x onerror="alert(5)"> **bold** [link](javascript:alert(6))',
    title: 'none',
    email: 'a@mail.example',
    iban: 'DE00 0000 0000 0000 0000 00',
    employment: 'employed',
    bornOn: '1990-01-01',
  },
  otherLoans: [{ lender: '<b onmouseover=alert(7)>Bank</b>', rest: 1, until: '{{7 * 7}}' }],
};

export const loanStories: readonly Story[] = [
  { name: 'loan to review', first: 2, weight: 4, tell: (context) => loan(context, {}) },
  { name: 'loan to review by you', first: 2, weight: 1, tell: (context) => loan(context, { reviewer: YOU }) },
  {
    name: 'loan of somebody hostile',
    first: 1,
    weight: 0,
    tell: (context) => loan(context, { reviewer: YOU, variables: hostile }),
  },
  {
    name: 'loan to review, overdue',
    first: 1,
    weight: 1,
    tell: (context) =>
      loan(context, { dueInDays: -context.random.integer(1, 5), reviewer: context.random.pick([YOU, '']) }),
  },
  {
    name: 'loan under review',
    first: 0,
    weight: 2,
    tell: (context) => loan(context, { reviewer: context.random.pick(colleagues) }),
  },
  { name: 'loan to sign', first: 1, weight: 2, tell: (context) => loan(context, { score: GOOD_SCORE }) },
  {
    name: 'loan paid out',
    first: 1,
    weight: 6,
    tell: (context) =>
      loan(context, { work: [review(context.random.pick(colleagues), { verdict: 'approve' }), sign('aylin.demir')] }),
  },
  {
    name: 'loan refused',
    first: 1,
    weight: 3,
    tell: (context) => loan(context, { work: [review(context.random.pick(colleagues), { verdict: 'refuse' })] }),
  },
  {
    name: 'loan waits for an answer',
    first: 1,
    weight: 2,
    tell: (context) =>
      loan(context, {
        work: [
          review('lena.vogt', {
            verdict: 'ask',
            question: 'Können Sie uns die letzten drei Gehaltsnachweise schicken?',
          }),
        ],
      }),
  },
  {
    name: 'loan nobody can pay back',
    first: 0,
    weight: 2,
    tell: (context) => loan(context, { variables: { monthlyIncome: 900, monthlyDebts: 700 } }),
  },
  {
    name: 'loan without an income',
    first: 1,
    weight: 1,
    tell: (context) => loan(context, { variables: { monthlyIncome: 0 } }),
  },
];
