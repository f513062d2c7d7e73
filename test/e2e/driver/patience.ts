/** How many times as long as usual tests in an editor wait: `SCANLENS_TEST_PATIENCE=4` for a machine that does other things, too. */
export const patience = Math.max(1, Number(process.env['SCANLENS_TEST_PATIENCE'] ?? 1) || 1);
