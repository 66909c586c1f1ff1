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

/**
 * Mends what the published build says of itself to those who do not see it: each of its tabs is an element with the role of a
 * tab around a button, and a tab may hold nothing that is pressed. They are a list of buttons, of which one is current.
 */
export function mendRoles(root) {
  const mend = () => {
    for (const list of root.querySelectorAll('.graphiql-tabs[role]')) list.removeAttribute('role');
    for (const tab of root.querySelectorAll('.graphiql-tab:is([role], [aria-selected])')) {
      // It is written again whenever another tab is chosen.
      const isChosen = tab.getAttribute('aria-selected');
      tab.removeAttribute('role');
      tab.removeAttribute('aria-selected');
      const button = tab.querySelector('.graphiql-tab-button');
      if (isChosen === 'true') button?.setAttribute('aria-current', 'true');
      else if (isChosen !== null) button?.removeAttribute('aria-current');
    }
    for (const session of root.querySelectorAll('#graphiql-session[role=tabpanel]'))
      session.setAttribute('role', 'group');
  };
  mend();
  new MutationObserver(mend).observe(root, {
    attributes: true,
    attributeFilter: ['role', 'aria-selected'],
    childList: true,
    subtree: true,
  });
}
