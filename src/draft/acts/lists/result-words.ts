/**
 * Verbs that say what came of an act, where they stand without a subject of their own behind it: those of
 * section 4 (B1 b) of the codebook, and others of their kind.
 */
export const resultVerbs: readonly string[] = (
  '使 使得 让 实现 保障 保证 维护 防止 避免 确保 促进 促使 提高 提升 增强 做到 杜绝 减轻 降低 缓解 遏制 消除 激发 破解 方便 便利 满足 守住 守护 捍卫 巩固 预防 改善 赢得 受到 收到 缩短 节约 节省 助力 推动 营造 ' +
  '夯实 填补 扭转 彰显 释放 增进 保护 取得 获得 得到 打通 解决 压减 减少 震慑 提振 保持 凝聚 打消 化解 扩大 拓宽 畅通 加快 加强 推进 明确 完善 健全 优化 规范 形成 创造 引领 带动 有利于 有助于 压实 传导 筑牢 织密 深化 提振 厘清 理顺 补齐 防范 净化'
).split(' ');

/** Those of them that are acts as well, and tell a result only with 了 or behind a word of effect. */
export const doubleVerbs: ReadonlySet<string> = new Set(
  (
    '守护 捍卫 推动 营造 夯实 打通 解决 压减 减少 化解 扩大 拓宽 畅通 加快 加强 推进 明确 完善 健全 优化 规范 形成 创造 引领 带动 巩固 改善 释放 取得 获得 得到 收到 缩短 预防 填补 凝聚 ' +
    '助力 激发 破解 消除 降低 满足 节约 节省 压实 传导 筑牢 织密 深化 提振 厘清 理顺 补齐 防范 净化'
  ).split(' '),
);

/** Words before a verb of result that say that it took effect. */
export const effectWords: readonly string[] = (
  '有效 切实 有力 极大 极大地 大大 最大限度 最大限度地 充分 更好 真正 明显 显著 进一步 持续 不断 大幅 大幅度 全面 基本 全部 依法 从源头上 从根本上 有力地 有效地 切实地 很好地 较好地 初步 成功 坚决 牢牢 稳步 及时 从而 进而 ' +
  '最终 真正地 逐步 均 已 层层 逐级 大力'
).split(' ');

/** What a subject does when something became different, as the end of its clause. */
export const changeWords: readonly string[] = (
  '提升 提高 增强 改善 优化 完善 好转 向好 加强 加快 深化 推进 改进 规范 健全 夯实 显现 彰显 扩大 拓展 拓宽 巩固 凸显 下降 上升 回升 回稳 减轻 减少 降低 提速 提效 增效 提质 增进 激发 释放 集聚 融合 落地 发展 转变 转型 升级 ' +
  '壮大 丰富 畅通 便利 便捷 成型 成熟 稳定 铺开 推开 见效 缩小 优良 平稳 充分 高效 有力 有序 到位 强化 压实 筑牢 攀升 增长 增加 活跃 改观 净化 浓厚 显著 明显 突出 良好 向上 靠前 前移 下沉 扩面 扩容 延伸 互通 共享 ' +
  '普及 安全 实施 启动 脱贫 摘帽 缩短 压缩 简化 精简 遏制 化解 消除 杜绝 清零 覆盖 达标 好评 认可 满意 认同 肯定 保障 维护 保护 解决 落实 推广 应用 运行 开展 深入 涌现 提档 上台阶 新台阶 规范化 常态化 制度化 法治化 科学化 精细化 专业化 标准化 信息化 ' +
  '显效 成效 夯牢 织密 扎牢 恢复 回暖 复苏 走强 趋稳 企稳 转好 变好 趋好 进步 跃升 跨越 突破 飞跃 形成 建立 构建 成长 培育 集中 聚集 迸发 优化升级 提档升级 提质增效 落地见效 落地生根 走深走实 深入人心 蔚然成风 焕然一新 稳中向好 稳中有进'
).split(' ');

/** Ends of clauses that tell a state reached, whatever stands before. */
export const stateEnds: readonly string[] = (
  '深入人心 蔚然成风 焕然一新 落地见效 落地落实 落地生根 走深走实 稳中向好 稳中有进 向上向好 位居前列 走在前列 名列前茅 迈上新台阶 再上新台阶 上新台阶 再创新高 创历史新高 创新高 取得新进展 取得新成效 取得明显成效 取得显著成效 取得积极成效 ' +
  '取得阶段性成效 取得突破 取得新突破 基本形成 初步形成 初步建立 初步建成 全面建成 圆满完成 顺利完成 全面完成 如期完成 全部完成 圆满收官 顺利开工 顺利推进 有序推进 稳步推进 扎实推进 加快推进 有力推进 进展顺利 建成投用 建成投产 投入使用 投入运行 ' +
  '投入运营 正式运行 正式启用 建成通车 竣工投产 开工建设 全面铺开 全面推开 成效明显 成效显著 效果明显 效果显著 作用凸显 总体稳定 总体平稳 稳定向好 和谐稳定 平稳有序 平稳运行 安全稳定 持续向好 直达快享 清零 全覆盖 全程留痕 即办件 零发生 零投诉 零事故 明显好转 ' +
  '良性循环 初见成效 初具规模 加快形成 加速形成 成为现实 成为常态 落到实处 得以实现 显著提升 全面恢复 有力有序 规范有序 运行良好 广泛好评 一致好评 充分肯定 高度评价 高度认可 翻番 翻了番'
).split(' ');
