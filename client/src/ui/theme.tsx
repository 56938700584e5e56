import { createContext, use, useMemo, type ReactNode } from "react";
import { StyleSheet, useColorScheme } from "react-native";

import { usePreferences } from "@/state/preferences";

import { useGround } from "./ground";
import { palettes, rows, size, type Colors, type Scheme } from "./tokens";
import { useIsTouched } from "./touch";

export type Theme = {
  scheme: Scheme;
  colors: Colors;
  row: number;
  /** How high what is pressed or filled in is at least: more where fingers do it. */
  control: number;
};

const usual = { row: rows.comfortable, control: size.control };
const schemes: Record<Scheme, Theme> = {
  dark: { scheme: "dark", colors: palettes.dark, ...usual },
  light: { scheme: "light", colors: palettes.light, ...usual },
};

const ThemeContext = createContext<Theme>(schemes.dark);

/** Gives everything below the colours that the user, or else the system, has chosen. */
export function ThemeProvider({ children, scheme }: { children: ReactNode; scheme?: Scheme }) {
  const system = useColorScheme();
  const chosen = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const named = scheme ?? (chosen === "system" ? (system === "light" ? "light" : "dark") : chosen);
  const control = useIsTouched() ? size.touch : size.control;
  const theme = useMemo(
    () => ({ ...schemes[named], row: rows[density], control }),
    [named, density, control],
  );
  useGround(theme, scheme === undefined);
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  return use(ThemeContext);
}

/** Makes a hook that gives styles for the theme at hand; each theme's are made once. */
export function makeStyles<Styles extends StyleSheet.NamedStyles<Styles>>(
  make: (colors: Colors, theme: Theme) => Styles,
): () => Styles {
  const made = new Map<string, Styles>();
  return function useStyles() {
    const theme = useTheme();
    const key = `${theme.scheme}${theme.row} ${theme.control}`;
    const known = made.get(key);
    if (known) return known;
    const styles = StyleSheet.create(make(theme.colors, theme));
    made.set(key, styles);
    return styles;
  };
}
