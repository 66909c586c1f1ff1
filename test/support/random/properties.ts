import fc from 'fast-check';

const { SEED = '11' } = process.env;

// The same cases in every run, so that a change is told from chance; `SEED=random` or another number tries others.
fc.configureGlobal({
  seed: SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(SEED),
});

export { fc };
