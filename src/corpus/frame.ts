import type { Facts, SectionFacts } from './facts.ts';
import { tellPlan, tellProblems } from './plan.ts';
import type { Plan } from './plan.ts';
import { governmentOf } from './scene.ts';
import type { Scene } from './scene.ts';

/** What every report's first line says. */
const notice = '【合成文本 synthetic】本文由程序合成,用于测量性能,其中的地名、机构和数字均属虚构。';

const batches = ['第二批', '第三批', '第四批'] as const;

type ReportOpening = Pick<
  Facts,
  'organizations' | 'documents' | 'honours' | 'waivers' | 'parts'
> & {
  paragraphs: string[];
  section: SectionFacts;
};

/** The first paragraphs: that the text is synthetic, who reports on what, sometimes an honour. */
export function tellOpening(scene: Scene): ReportOpening {
  const { random, county, word, wordBoth } = scene;
  const first = word(notice);
  const summary = word(
    '<坚持率先突破|压实工作责任|突出问题导向>,法治政府建设<全面加强|取得新成效>',
  );
  const report = word(
    `根据有关规定,{county}人民政府现将{year}年度法治政府建设情况报告如下。近年来,{county}${summary}。`,
  );
  const honour = random.chance(0.3) ? tellHonour(scene) : null;
  return {
    paragraphs: [first, report, ...(honour ? [honour.words] : [])],
    section: {
      code: 'opening',
      title: wordBoth(['总述', 'Overview']),
      starts: first,
      measures: [],
    },
    organizations: [
      {
        code: governmentOf(county),
        quote: { exact: `${county.name[0]}人民政府`, suffix: '现将' },
      },
    ],
    documents: honour ? [honour.document] : [],
    honours: honour ? [honour.honour] : [],
    waivers: honour ? [honour.waiver] : [],
    parts: [{ part: 'RESULTS', quote: summary }],
  };
}

function tellHonour({ random, county, word, wordBoth }: Scene) {
  const batch = random.between(2, 4);
  const recipients = random.between(8, 36);
  const title = word('关于命名{year}年法治政府建设示范县的决定');
  const named = word(`全省${recipients}个县获得命名`);
  const won = word(`{county}获评${batches[batch - 2] ?? '第二批'}全省法治政府建设示范县`);
  return {
    words: word(`{province}印发《${title}》,${named},${won}。`),
    document: {
      code: 'naming-decision',
      title: wordBoth([
        '关于命名{year}年法治政府建设示范县的决定',
        'Decision on naming model counties for law-based government in {year}',
      ]),
      quote: `《${title}》`,
    },
    honour: {
      code: 'model-county',
      name: wordBoth(['全省法治政府建设示范县', 'Model county for law-based government']),
      place: county.code,
      document: 'naming-decision',
      batch,
      recipients,
      quote: won,
    },
    waiver: {
      quote: named,
      reason: wordBoth([
        '同批获得命名的县数，属背景，不是该县的成效。',
        'How many counties were named together; context, not a result of this one.',
      ]),
    },
  };
}

type Ending = {
  part: string;
  code: string;
  title: readonly [string, string];
  heading: string;
  /** How often it is told and in which words; without them it is told as the plan of the report says. */
  share?: number;
  rest?: string;
};

/** The parts of a statutory report beyond its results; any of them may be missing. */
const endings: readonly Ending[] = [
  {
    part: 'LEADERS_DUTY',
    share: 0.9,
    code: 'leaders-duty',
    title: ['履行第一责任人职责', 'How the leaders did their duty'],
    heading: '党政主要负责人履行法治建设责任情况',
    rest: '主要负责人<带头学法用法|亲自研究部署>,统筹解决重点难点问题,把责任<压实到岗|落到实处>。',
  },
  {
    part: 'SHORTCOMINGS',
    code: 'shortcomings',
    title: ['存在的不足和原因', 'Shortcomings and causes'],
    heading: '存在的不足和原因',
  },
  {
    part: 'PLAN',
    code: 'plan',
    title: ['下步安排', 'Plan for the next year'],
    heading: '下步工作主要安排',
  },
  {
    part: 'OTHER',
    share: 0.6,
    code: 'other',
    title: ['其他情况', 'Other matters'],
    heading: '其他需要报告的情况',
    rest: '无其他需要说明的事项。',
  },
];

/** The last paragraphs, each a required part of the statutory annual report. */
export function tellRemainder(
  scene: Scene,
  plan: Plan,
  earlier: Plan | null,
): {
  paragraphs: string[];
  sections: SectionFacts[];
  parts: Facts['parts'];
} {
  const told = endings.flatMap((ending) => {
    const paragraph = tellEnding(scene, ending, plan, earlier);
    return paragraph ? [{ ...ending, ...paragraph }] : [];
  });
  return {
    paragraphs: told.map(({ heading, words }) => `${heading}。${words}`),
    sections: told.map(({ code, title, heading, facts }) => ({
      code,
      title: scene.wordBoth(title),
      starts: heading,
      heading,
      measures: [],
      ...facts,
    })),
    parts: told.map(({ part, heading }) => ({ part, quote: heading })),
  };
}

/** The words of a part after its heading and what they state; null where the report lacks it. */
function tellEnding(
  scene: Scene,
  { part, share = 1, rest }: Ending,
  plan: Plan,
  earlier: Plan | null,
): { words: string; facts: Partial<SectionFacts> } | null {
  if (part === 'PLAN') return plan.measures && tellPlan(scene, plan, earlier);
  if (part === 'SHORTCOMINGS') return plan.problems && tellProblems(scene, plan);
  return scene.random.chance(share) ? { words: scene.word(rest ?? ''), facts: {} } : null;
}
