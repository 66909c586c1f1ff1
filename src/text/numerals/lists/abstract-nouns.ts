/**
 * What the named sets of political prose are sets of: 四项基本原则, 两种资源, 三个维护. Made from such sets in
 * congress reports, plans and work reports since 1980 as their names are generally known; what an office makes, hears or
 * hands out (文件, 案件, 会议) is not among them, nor a unit of the vocabulary.
 */
export const abstractNouns: readonly string[] = (
  '原则 资源 市场 意识 自信 规律 关系 战略 优势 理念 精神 方针 路线 纲领 任务 使命 底线 红线 主线 抓手 支柱 动力 引擎 ' +
  '循环 文明 建设 布局 格局 转变 转型 跨越 统一 结合 融合 维护 确立 保障 满足 矛盾 差距 差别 责任 纪律 作风 风气 主义 ' +
  '思想 观念 思维 能力 本领 素质 力量 主体 制度 体制 所有制 经济 成分 手段 生产 服从 离不开 不动摇 毫不动摇 坚持 反对 ' +
  '认同 共同体 命运 世界 阶级 阶段 部分 头等 攻坚 战役 硬仗 基本点 中心 大局 阵地 战场 战线 积极性 立场 观点 方法 ' +
  '有利于 必由之路 务必 考验 危险 陷阱 高地 高峰 面向 服务 全面 根本 基点 基础 定位 目标 要素 导向 提高 共享 关键 重点 ' +
  '机制 体系 要求 专项 革命 工程 变革 途径 渠道 轮子 振兴 自觉 大事 倾向 声音 关口 阶层 并重 并举 方面军 始终 聚焦 必须 更加 突出 强化 不能 确保 注重 杜绝 严禁 一律 到位 不准 不得 全覆盖 清零 落实 到底 过硬'
).split(' ');
