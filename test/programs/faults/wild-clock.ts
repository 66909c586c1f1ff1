/** Loaded before a program: its clock jumps by up to ten years, back or forth, at every look at it. */
const decade = 10 * 365 * 24 * 3600 * 1000;
const { now } = Date;
let looks = 0;

function jump(): number {
  looks += 1;
  return Math.round(now() + Math.sin(looks * 7) * decade);
}

Date.now = jump;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [jump()] : given, made) as Date,
});
