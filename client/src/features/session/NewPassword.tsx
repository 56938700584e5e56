import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { useTheme } from "@/ui/theme";
import { space, type ColorRole } from "@/ui/tokens";

import { strength } from "./strength";

const INK: readonly ColorRole[] = ["bad", "warn", "good", "good"];

/** A new password, and a word on how hard it is to guess. */
export function NewPassword({
  label,
  value,
  onChange,
  onSubmit,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: () => void;
}) {
  const { t } = useWords();
  const { colors } = useTheme();
  const score = strength(value);
  const ink = INK[score] ?? "bad";
  return (
    <View style={{ gap: space.sm }}>
      <Field label={label} help={t("password.hint")}>
        <Input
          value={value}
          onChangeText={onChange}
          secureTextEntry
          autoComplete="new-password"
          onSubmitEditing={onSubmit}
        />
      </Field>
      {value !== "" && (
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
          {[0, 1, 2].map((at) => (
            <View
              key={at}
              style={{
                flex: 1,
                height: 4,
                borderRadius: 2,
                backgroundColor: at < Math.max(1, score) ? colors[ink] : colors.line,
              }}
            />
          ))}
          <Text step="tiny" color={ink} aria-live="polite">
            {t(`password.strength${score}`)}
          </Text>
        </View>
      )}
    </View>
  );
}
