/**
 * Verbs by which reports of governments, courts and procuratorates lead to what they count, beyond the
 * verbs of doing of the codebook and the counting verbs of the numeral reader. Made from the headings of
 * the forms that such reports fill in: reconsideration and litigation statistics, the annual form of
 * disclosure, the tables of procuratorates and courts, the indicators of five-year plans.
 */
export const reportVerbs: readonly string[] = (
  '补充 增补 剩余 节约 节省 出让 征收 帮助 出具 加装 查询 完工 缓减免 批捕 不批捕 追捕 追诉 撤案 研究 听取 传达 学习 观看 座谈 调研 宣布 新收 旧存 结转 接收 登记 立案 审查 审议 审执结 执结 结案 裁定 判决 宣判 判处 判令 驳回 维持 纠错 确认违法 变更 准许 改判 发回 发还 撤诉 调撤 追回 追缴 挽回 挽损 执行到位 扣押 冻结 ' +
  '批准逮捕 不批准逮捕 提起公诉 不起诉 起诉 抗诉 支持起诉 监督立案 监督撤案 纠正 制发 回复 采纳 抓捕 刑拘 劝返 收缴 没收 罚没 责令改正 责令 警告 训诫 ' +
  '予以公开 部分公开 不予公开 不予处理 无法提供 予以 答复 承办 办复 转办 交办 督促 反馈 整改 报备 备案 报送 反映 回访 约谈 ' +
  '推送 推广 接听 接访 接诉 解答 指派 援助 覆盖 惠及 受益 带动 吸纳 吸引 争取 到位 下达 拨付 兑付 减免 退税 落实 涉及 包括 包含 含 ' +
  '购建 改扩建 新改扩建 新改建 新建改建 续建 打通 疏通 硬化 亮化 绿化 植树 造林 种植 养殖 出栏 播种 收获 生产 销售 出口 进口 接待 运送 发送 ' +
  '参加 参与 出席 出动 深入 走进 邀请 吸收 发展 孵化 孕育 储备 签约 招引 盘活 腾退 流转 托管 搬迁 安置 脱贫 监测 消除 解除 化解 防范 处理 打击 严惩 ' +
  '抽取 抽检 抽样 检测 巡查 巡逻 排除 消减 减轻 免除 豁免 兑现 回收 利用 供应 供给 保供 补贴 补助 资助 支持 扶持 服务 对接 走访慰问 ' +
  '分解 承诺 列出 评查 评估 评议 评审 复核 复议 听证 公证 鉴定 仲裁 诉讼 应诉 出庭应诉 出庭 败诉 胜诉 述法 学法 旁听 考试 通过 获取 申领 申请 申报 ' +
  '播发 实有 发运 开行 推介 宣讲 展播 展出 张贴 悬挂 印制 制作 拍摄 编发 采写 阅读 点击 关注 收集 征求 收回 上缴 划转 清退 清欠 清偿 偿还 化解 担保 融资 贷款 授信 放贷 ' +
  '新增 净增 新引进 新签约 新开工 新培育 新发展 新认定 新登记 新设立 新命名 新改造 新挂牌 新招录 新聘 增聘 增派 派发 创设 ' +
  '治理 修护 养护 管护 巩固 复垦 开垦 平整 疏浚 清淤 加固 铺设 架设 敷设 安装 更换 更新 淘汰 报废 拆迁 拆 建 修 种 办 查 罚 抓'
).split(/\s+/);

/** Verbs that say that something took place, and not what: a label does without them. */
export const lightVerbs: readonly string[] =
  '组织开展 组织召开 组织举办 开展 召开 举办 举行 完成 实现 进行 做好 拥有 现有 共有 设有 已有 有'.split(
    ' ',
  );

/** Verbs that set people to do something: what these do belongs to what is counted. */
export const causatives: ReadonlySet<string> = new Set(
  '组织 安排 引导 动员 发动 选派 抽调 协调 推动 督促 指导 鼓励 支持 带领 要求 帮助 协助 助力'.split(
    ' ',
  ),
);

/** Verbs by which something comes anew; a total of it is told by the noun alone. */
export const verbsOfIncrease =
  /^(?:新增|新建|新设立?|新认定|新登记|新培育|新发展|新命名|新引进|净增|增加|新改建|建成|新)/;

/** Verbs that can close a label without their object, which was told before. */
export const verbsOfHandling: readonly string[] =
  '办理 办结 受理 审结 审理 公开 答复 采纳 整改 处理 处置 调解 化解 维持 撤销 驳回 终止 纠正 结案 收到 立案 查处 移送 起诉 逮捕 改判 撤诉 调撤 和解 应诉 败诉 胜诉 出庭 备案 报备 审核 审查 通过 完成 发放 办复 回复 落实 化解成功 调解成功 废止 修改 失效'.split(
    ' ',
  );
