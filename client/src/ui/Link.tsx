import { Link as RouterLink, type Href } from "expo-router";
import { useState, type ReactNode } from "react";
import { Pressable, StyleSheet, type StyleProp, type ViewStyle } from "react-native";

import { fetchAhead } from "./ahead";
import { Reach } from "./Reach";
import { Text } from "./Text";

export type LinkProps = {
  href: string;
  label?: string;
  /** Whether it leads to where one is. */
  current?: boolean;
  children: ReactNode;
  style?: StyleProp<ViewStyle>;
  hoverStyle?: StyleProp<ViewStyle>;
};

/**
 * A way to another screen: a real link in a browser, with all that a link can do there.
 *
 * The router merges its style into ours as an object; a function or a list would be lost.
 */
export function Link({ href, label, current = false, children, style, hoverStyle }: LinkProps) {
  const [isHovered, setHovered] = useState(false);
  const ahead = () => fetchAhead(href);
  const aria = current ? ({ "aria-current": "page" } as object) : {};
  return (
    <RouterLink href={href as Href} asChild>
      <Pressable
        role="link"
        aria-label={label}
        {...aria}
        onHoverIn={() => {
          setHovered(true);
          ahead();
        }}
        onPressIn={ahead}
        onFocus={ahead}
        onHoverOut={() => setHovered(false)}
        style={StyleSheet.flatten([style, isHovered && hoverStyle])}
      >
        {children}
      </Pressable>
    </RouterLink>
  );
}

/** A line of small text is pressed as high as a button is. */
const AROUND_LINE = 12;

/** Leads from a few to all of them. */
export function LinkToAll({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href}>
      <Text step="small" weight="medium" color="accent">
        {label}
      </Text>
      <Reach by={AROUND_LINE} />
    </Link>
  );
}
