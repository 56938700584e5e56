import CheckIcon from "lucide-react-native/icons/check";
import { Pressable, View } from "react-native";

import { useField } from "./Field";
import { Icon } from "./Icon";
import { onSpace } from "./interaction";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { space } from "./tokens";

const BOX = 18;

type ToggleProps = {
  /** What screen readers say where no label is shown. */
  accessibleName?: string;
  label?: string;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean;
};

/** One of several that may be chosen together. */
export function Checkbox({ label, accessibleName, value, onChange, disabled }: ToggleProps) {
  const styles = useStyles();
  return (
    <Pressable
      role="checkbox"
      aria-checked={value}
      aria-label={accessibleName ?? label}
      disabled={disabled}
      onPress={() => onChange(!value)}
      {...onSpace(() => onChange(!value))}
      style={[styles.line, !label && styles.alone, disabled && styles.off]}
    >
      <View style={[styles.box, value && styles.boxOn]}>
        {value && <Icon shape={CheckIcon} color="onAccent" size={14} />}
      </View>
      {label && <Text step="small">{label}</Text>}
    </Pressable>
  );
}

/** On or off, at once. */
export function Switch({ label, value, onChange, disabled }: ToggleProps) {
  const styles = useStyles();
  const field = useField();
  return (
    <Pressable
      role="switch"
      aria-checked={value}
      aria-label={label}
      aria-labelledby={label ? undefined : field?.labelId}
      disabled={disabled}
      onPress={() => onChange(!value)}
      {...onSpace(() => onChange(!value))}
      style={[styles.line, disabled && styles.off]}
    >
      <View style={[styles.track, value && styles.trackOn]}>
        <View style={[styles.knob, value && styles.knobOn]} />
      </View>
      {label && <Text step="small">{label}</Text>}
    </Pressable>
  );
}

const useStyles = makeStyles((colors, { control }) => ({
  line: {
    flexDirection: "row",
    alignItems: "center",
    alignSelf: "flex-start",
    gap: space.sm,
    minHeight: control,
  },
  off: { opacity: 0.5 },
  /** Room to be hit, where no word beside it gives any; nothing is moved by it. */
  alone: { paddingHorizontal: (control - BOX) / 2, marginHorizontal: (BOX - control) / 2 },
  box: {
    width: BOX,
    height: BOX,
    borderRadius: 4,
    borderWidth: 1.5,
    borderColor: colors.control,
    alignItems: "center",
    justifyContent: "center",
  },
  boxOn: { backgroundColor: colors.accent, borderColor: colors.accent },
  track: {
    width: 36,
    height: 20,
    borderRadius: 10,
    padding: 2,
    backgroundColor: colors.control,
  },
  trackOn: { backgroundColor: colors.accent },
  knob: { width: 16, height: 16, borderRadius: 8, backgroundColor: colors.surface },
  knobOn: { transform: [{ translateX: 16 }] },
}));
