/**
 * Puts GraphiQL's own history among its plugins. The published program switches it off without naming it to
 * anybody; but as it is drawn it looks whether the history is in its list of plugins, and there it is put then.
 */
export function switchHistoryOn() {
  const { includes } = Array.prototype;
  const isPlugin = (value) => typeof value?.title === 'string' && value.content !== undefined;
  // oxlint-disable-next-line no-extend-native -- for that one look
  Array.prototype.includes = function includesOrTakes(item, ...rest) {
    if (isPlugin(item) && item.title === 'History' && this.every(isPlugin)) {
      // oxlint-disable-next-line no-extend-native -- as it was
      Array.prototype.includes = includes;
      if (!includes.call(this, item)) this.push(item);
    }
    return includes.call(this, item, ...rest);
  };
}
