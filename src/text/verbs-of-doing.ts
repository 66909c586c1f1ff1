/**
 * Verbs by which reports say what was done or what came of it (做法动词): the list of section 7 of
 * seed/CODEBOOK.md. A clause in no fact that holds one of them is to be looked at again.
 */
export const verbsOfDoing: readonly string[] = (
  '出台 印发 制定 召开 举办 开展 组织 落实 推进 推动 推行 健全 完善 加强 强化 深化 优化 建设 建立 搭建 ' +
  '发放 播放 公开 公示 通报 督促 检查 监督 审核 评查 清理 梳理 简化 压缩 减少 取消 下放 聘任 提供 培训 ' +
  '考核 纳入 列入 部署 协调 解决 化解 调解 排查 受理 收到 办结 履行 利用 依托 发挥 畅通 保障 维护 防止 ' +
  '实现 提升 提高 促进 确保 营造 打造 明确 成立 制止 整改 宣传'
).split(' ');
