import type { SyntheticSection } from '../template.ts';

export const education: SyntheticSection = {
  code: 'legal-education',
  title: ['法治宣传教育', 'Legal education'],
  heading: '强化法治思维方式,着力营造法治氛围',
  measures: [
    {
      code: 'education-plans',
      title: ['制定普法规划', 'Plans for legal education'],
      words: '落实“谁执法谁普法”普法责任制',
      framework: ['outline-2021-05'],
      clauses: [
        {
          document: 'eighth-legal-education-plan',
          title: [
            '关于在全县开展法治宣传教育的第八个五年规划(2021—2025年)',
            'Eighth five-year plan for legal education in the county (2021–2025)',
          ],
          words: '<深入实施|推进落实>《{}》',
          relation: 'IMPLEMENTS',
        },
        {
          code: 'education-list-departments',
          label: ['公布普法清单的部门', 'Departments with a published list of duties'],
          level: 'SCOPE',
          words: '{}个部门公布普法责任清单',
          figure: { unit: '{department}', fact: 'departments' },
        },
      ],
    },
    {
      code: 'seven-settings',
      title: ['以“法律七进”开展普法', 'Legal education by “law into seven settings”'],
      words: '以“法律七进”为载体<广泛|扎实>开展普法',
      framework: ['outline-2021-05'],
      clauses: [
        {
          code: 'education-events',
          label: ['普法宣传活动', 'Legal education events'],
          level: 'OUTPUT',
          words: '上半年开展各类普法宣传活动{}场次',
          figure: { unit: '{event}', range: [20, 480], rough: true },
          indicator: 'legal-education-events',
        },
        {
          code: 'education-materials',
          label: ['发放的法律宣传资料', 'Copies of legal education materials handed out'],
          level: 'OUTPUT',
          words: '发放各类法律宣传资料{}份',
          figure: { unit: '{copy}', range: [8_000, 260_000], rough: true },
          indicator: 'legal-education-materials',
        },
        {
          code: 'warning-films',
          label: ['播放警示教育专题片', 'Screenings of warning films'],
          level: 'OUTPUT',
          words: '播放警示教育专题片{}场次',
          figure: { unit: '{event}', range: [4, 90], rough: true },
          indicator: 'warning-film-screenings',
        },
        {
          code: 'consultations',
          label: ['解答的法律咨询', 'Legal consultations given'],
          level: 'OUTPUT',
          words: '解答群众法律咨询{}次,同比{way}{by}%',
          figure: { unit: '{session}', range: [3_000, 9_000], isCarried: true },
        },
        {
          code: 'law-cartoons',
          label: ['绘制的法治漫画', 'Law cartoons drawn'],
          level: 'OUTPUT',
          words: '绘制法治漫画{}幅',
          figure: { unit: '幅', range: [6, 120] },
        },
        {
          code: 'law-sculptures',
          label: ['修缮的法治主题雕塑', 'Sculptures on the rule of law mended'],
          level: 'OUTPUT',
          words: '修缮法治主题雕塑{}尊',
          figure: { unit: { classifier: '尊', noun: '法治主题雕塑' }, range: [3, 40] },
        },
        {
          code: 'public-awareness',
          label: ['群众法律意识', 'The people’s awareness of the law'],
          level: 'IMPACT',
          words: '<不断提升|明显增强>广大群众法律意识、维权意识',
          joined: true,
        },
      ],
    },
    {
      code: 'model-villages',
      title: ['创建民主法治示范村', 'Model villages of democracy and the rule of law'],
      words: '扎实推进民主法治示范村创建',
      framework: ['outline-2021-10'],
      clauses: [
        {
          code: 'model-villages-named',
          label: ['命名的示范村（社区）', 'Model villages and communities named'],
          level: 'OUTPUT',
          words: '新命名示范村(社区){}个村(社区)',
          figure: { unit: '{village}', range: [1, 24] },
        },
        {
          code: 'law-literate',
          label: ['培育的“法律明白人”', 'Villagers trained as “people who know the law”'],
          level: 'OUTPUT',
          words: '培育“法律明白人”{}名',
          figure: { unit: '{person}', range: [90, 2_400], rough: true },
        },
        {
          code: 'publicity-channels',
          label: ['法治宣传阵地', 'Places and channels for legal education'],
          level: 'OUTPUT',
          words: '<法治文化广场、公共法律服务站实现全覆盖|法治宣传阵地不断拓展>',
        },
      ],
    },
  ],
};
