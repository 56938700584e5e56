/** How much of the page lies over a picture, from its top to its foot, in percent of both. */
export const VEIL = [
  [0, 35],
  [15, 65],
  [55, 87],
  [100, 100],
] as const;

/** Lets a picture pass into the page; a browser and a phone name the same property differently. */
export function fade(color: string): object {
  const stops = VEIL.map(([at, part]) => `${color}${hex((part * 255) / 100)} ${at}%`);
  const image = `linear-gradient(to bottom, ${stops.join(", ")})`;
  return { backgroundImage: image, experimental_backgroundImage: image };
}

export const hex = (value: number): string => Math.round(value).toString(16).padStart(2, "0");
