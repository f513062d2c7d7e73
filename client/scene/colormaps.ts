/**
 * Colormaps by their names in matplotlib. Those that are smooth in perception are polynomials fitted to the published tables
 * (coefficients: Matt Zucker, "plasma, magma, inferno and viridis as polynomials", CC0); the others go straight between
 * anchors, or are the formulas of matplotlib's `_cm.py`. ColorBrewer's are by Cynthia Brewer (Apache 2.0).
 */
export type Rgb = readonly [red: number, green: number, blue: number];

/** From a number in 0 … 1 to a colour, each part 0 … 255. */
export type Colormap = (at: number) => Rgb;

type Coefficients = readonly (readonly [number, number, number])[];

const polynomial =
  (coefficients: Coefficients): Colormap =>
  (at) => {
    const part = (index: 0 | 1 | 2): number => {
      const value = coefficients.reduceRight((sum, each) => sum * at + each[index], 0);
      return Math.round(255 * Math.max(0, Math.min(1, value)));
    };
    return [part(0), part(1), part(2)];
  };

/** Anchors as `rrggbb`, evenly spread. */
const anchors = (text: string): Colormap => {
  const colors = text.split(' ').map((each): Rgb => {
    const part = (start: number) => Number.parseInt(each.slice(start, start + 2), 16);
    return [part(0), part(2), part(4)];
  });
  return (at) => {
    const place = at * (colors.length - 1);
    const index = Math.min(Math.floor(place), colors.length - 2);
    const [from, to] = [colors[index] ?? black, colors[index + 1] ?? black];
    const mixed = (part: 0 | 1 | 2) => Math.round(from[part] + (to[part] - from[part]) * (place - index));
    return [mixed(0), mixed(1), mixed(2)];
  };
};

const black: Rgb = [0, 0, 0];

/** Colours for kinds of things: nothing lies between them. */
const kinds = (text: string): Colormap => {
  const colors = text.split(' ').map((each) => anchors(`${each} ${each}`)(0));
  return (at) => colors[Math.min(Math.floor(at * colors.length), colors.length - 1)] ?? black;
};

/** Parts from 0 to 1; what lies outside is cut off. */
const formula =
  (parts: (at: number) => readonly [number, number, number]): Colormap =>
  (at) => {
    const byte = (share: number) => Math.round(255 * Math.max(0, Math.min(1, share)));
    const [red, green, blue] = parts(at);
    return [byte(red), byte(green), byte(blue)];
  };

const hot = anchors('0b0000 5b0000 ad0000 ff0000 ff5400 ffa800 fffb00 ffff7d ffffff');

const viridis = polynomial([
  [0.2777273272234177, 0.005407344544966578, 0.3340998053353061],
  [0.1050930431085774, 1.404613529898575, 1.384590162594685],
  [-0.3308618287255563, 0.214847559468213, 0.09509516302823659],
  [-4.634230498983486, -5.799100973351585, -19.33244095627987],
  [6.228269936347081, 14.17993336680509, 56.69055260068105],
  [4.776384997670288, -13.74514537774601, -65.35303263337234],
  [-5.435455855934631, 4.645852612178535, 26.3124352495832],
]);

const table: Readonly<Record<string, Colormap>> = {
  viridis,
  plasma: polynomial([
    [0.05873234392399702, 0.02333670892565664, 0.5433401826748754],
    [2.176514634195958, 0.2383834171260182, 0.7539604599784036],
    [-2.689460476458034, -7.455851135738909, 3.110799939717086],
    [6.130348345893603, 42.3461881477227, -28.51885465332158],
    [-11.10743619062271, -82.66631109428045, 60.13984767418263],
    [10.02306557647065, 71.41361770095349, -54.07218655560067],
    [-3.658713842777788, -22.93153465461149, 18.19190778539828],
  ]),
  magma: polynomial([
    [-0.002136485053939582, -0.000749655052795221, -0.005386127855323933],
    [0.2516605407371642, 0.6775232436837668, 2.494026599312351],
    [8.353717279216625, -3.577719514958484, 0.3144679030132573],
    [-27.66873308576866, 14.26473078096533, -13.64921318813922],
    [52.17613981234068, -27.94360607168351, 12.94416944238394],
    [-50.76852536473588, 29.04658282127291, 4.23415299384598],
    [18.65570506591883, -11.48977351997711, -5.601961508734096],
  ]),
  inferno: polynomial([
    [0.0002189403691192265, 0.001651004631001012, -0.01948089843709184],
    [0.1065134194856116, 0.5639564367884091, 3.932712388889277],
    [11.60249308247187, -3.972853965665698, -15.9423941062914],
    [-41.70399613139459, 17.43639888205313, 44.35414519872813],
    [77.162935699427, -33.40235894210092, -81.80730925738993],
    [-71.31942824499214, 32.62606426397723, 73.20951985803202],
    [25.13112622477341, -12.24266895238567, -23.07032500287172],
  ]),
  gray: anchors('000000 ffffff'),
  Greys: anchors('ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000'),
  binary: anchors('ffffff 000000'),
  jet: anchors('000080 0000ff 0080ff 15ffe1 7dff7a e4ff12 ff9400 ff1e00 800000'),
  hot,
  cool: anchors('00ffff ff00ff'),
  spring: anchors('ff00ff ffff00'),
  summer: anchors('008066 ffff66'),
  autumn: anchors('ff0000 ffff00'),
  winter: anchors('0000ff 00ff80'),
  bone: anchors('000000 1c1c27 38384d 545473 708090 8ca6a6 a8c2c2 d3e1e1 ffffff'),
  copper: anchors('000000 271911 4f3220 774b30 9e6440 c67d50 ed9660 ffb06f ffc77f'),
  hsv: anchors('ff0000 ffc000 80ff00 00ff40 00ffff 0040ff 8000ff ff00c0 ff0000'),
  bwr: anchors('0000ff ffffff ff0000'),
  seismic: anchors('00004d 0000ff ffffff ff0000 800000'),
  coolwarm: anchors('3b4cc0 6282ea 8db0fe b8d0f9 dddddd f5c4ad f49a7b de604d b40426'),
  RdBu: anchors('67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061'),
  RdYlBu: anchors('a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695'),
  RdYlGn: anchors('a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837'),
  Spectral: anchors('9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2'),
  Blues: anchors('f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b'),
  Greens: anchors('f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b'),
  Reds: anchors('fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d'),
  Oranges: anchors('fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704'),
  Purples: anchors('fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d'),
  YlOrRd: anchors('ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026'),
  YlGnBu: anchors('ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58'),
  PuBu: anchors('fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858'),
  turbo: anchors(
    '30123b 4145ab 4675ed 39a2fc 1bcfd4 24eca6 61fc6c a4fc3b d1e834 f3c63a fe9b2d f36315 d93806 b11901 7a0402',
  ),
  terrain: anchors(
    '333399 1f66cc 0099ff 00b8a0 0fc969 55d970 aaec84 ffff99 d4ca82 aa956c 805c54 aa928d d5c9c6 ffffff',
  ),
  rainbow: formula((at) => [Math.abs(2 * at - 0.5), Math.sin(Math.PI * at), Math.cos((Math.PI * at) / 2)]),
  ocean: formula((at) => [3 * at - 2, Math.abs((3 * at - 1) / 2), at]),
  pink: formula((at) => {
    const [red, green, blue] = hot(at).map((part) => Math.sqrt((2 * at + part / 255) / 3));
    return [red ?? 0, green ?? 0, blue ?? 0];
  }),
  Accent: kinds('7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666'),
  Dark2: kinds('1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666'),
  Paired: kinds('a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928'),
  Pastel1: kinds('fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2'),
  Set1: kinds('e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999'),
  Set2: kinds('66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3'),
  Set3: kinds('8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f'),
  tab10: kinds('1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf'),
  tab20: kinds(
    '1f77b4 aec7e8 ff7f0e ffbb78 2ca02c 98df8a d62728 ff9896 9467bd c5b0d5 8c564b c49c94 e377c2 f7b6d2 7f7f7f c7c7c7 bcbd22 dbdb8d 17becf 9edae5',
  ),
  cividis: anchors('00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838'),
  twilight: anchors('e2d9e2 9ebbc9 6785be 5e43a5 421257 301437 5e1f41 a2494c c6856b ceb9a9 e2d9e2'),
};

/** What is looked for comes from programs: only names of the table count, not those that every object has. */
const colormaps = new Map(Object.entries({ ...table, grey: table['gray'], gist_gray: table['gray'] }));

/** Of a name that is not here: viridis, which is also what matplotlib takes without a name. */
export function colormapOf(name: string): Colormap {
  const known = colormaps.get(name);
  if (known !== undefined) return known;
  if (!name.endsWith('_r')) return viridis;
  const forward = colormapOf(name.slice(0, -2));
  return (at) => forward(1 - at);
}

/** For names of the tests and the documentation. */
export const colormapNames: readonly string[] = [...colormaps.keys()];

/** A colour as CSS and SVG write it. */
export const hex = ([red, green, blue]: Rgb): string =>
  `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
