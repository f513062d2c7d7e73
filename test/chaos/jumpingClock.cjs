/** Loaded into a server before anything else: the clock of its machine jumps by up to a day, forwards and backwards, many times in a second. */
const realNow = Date.now;
const dayMs = 86_400_000;
let jumpMs = 0;
Date.now = () => realNow() + jumpMs;
setInterval(() => {
  jumpMs = (Math.random() * 2 - 1) * dayMs;
}, 20).unref();
