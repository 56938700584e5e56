import { forwardRef, useState, type ReactNode } from "react";
import { TextInput, View, type TextInputProps } from "react-native";

import { useField } from "./Field";
import { Icon, type IconShape } from "./Icon";
import { face } from "./Text";
import { makeStyles, useTheme } from "./theme";
import { radius, size, space, type } from "./tokens";

/** Where one touches, Safari magnifies the page for what is smaller, and leaves it so. */
const LEGIBLE = 16;

export type InputProps = Omit<TextInputProps, "style"> & {
  icon?: IconShape;
  mono?: boolean;
  after?: ReactNode;
};

/** One line of text. Inside a Field it takes the field's label; alone it needs `aria-label`. */
export const Input = forwardRef<TextInput, InputProps>(function Input(
  { icon, mono = false, after, onFocus, onBlur, ...props },
  ref,
) {
  const styles = useStyles();
  const { colors } = useTheme();
  const field = useField();
  const [isFocused, setFocused] = useState(false);
  const aria = field && {
    "aria-labelledby": field.labelId,
    "aria-describedby": field.helpId,
    "aria-invalid": field.isWrong,
  };
  return (
    <View style={[styles.box, isFocused && styles.focused, field?.isWrong && styles.wrong]}>
      {icon && <Icon shape={icon} />}
      <TextInput
        ref={ref}
        placeholderTextColor={colors.faint}
        autoCapitalize="none"
        autoCorrect={false}
        {...aria}
        {...props}
        onFocus={(event) => {
          setFocused(true);
          onFocus?.(event);
        }}
        onBlur={(event) => {
          setFocused(false);
          onBlur?.(event);
        }}
        style={[styles.text, face("regular", mono)]}
      />
      {after}
    </View>
  );
});

const useStyles = makeStyles((colors, { control }) => ({
  box: {
    minHeight: control,
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    paddingHorizontal: space.md,
    borderWidth: 1,
    borderColor: colors.control,
    borderRadius: radius.control,
    backgroundColor: colors.surface,
  },
  focused: { borderColor: colors.accent, boxShadow: `0 0 0 1px ${colors.accent}` },
  wrong: { borderColor: colors.bad },
  text: {
    flex: 1,
    minWidth: 0,
    paddingVertical: 6,
    color: colors.text,
    fontSize: control < size.touch ? type.body.fontSize : LEGIBLE,
    outlineStyle: "none" as "solid",
  },
}));
