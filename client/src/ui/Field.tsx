import { createContext, use, useId, type ReactNode } from "react";
import { View } from "react-native";

import { Text } from "./Text";
import { space } from "./tokens";

/** What ties a control to its label, its help and what is wrong with it. */
const FieldContext = createContext<{ labelId: string; helpId: string; isWrong: boolean } | null>(
  null,
);

export function useField() {
  return use(FieldContext);
}

/** A label over a control, with help beneath it, or what is wrong instead. */
export function Field({
  label,
  help,
  wrong,
  children,
}: {
  label: string;
  help?: string;
  wrong?: string | null;
  children: ReactNode;
}) {
  const id = useId();
  const field = { labelId: `${id}label`, helpId: `${id}help`, isWrong: Boolean(wrong) };
  return (
    <FieldContext value={field}>
      <View style={{ gap: 6 }}>
        <Text step="small" weight="medium" nativeID={field.labelId}>
          {label}
        </Text>
        {children}
        {(wrong ?? help) ? (
          <Text
            step="small"
            color={wrong ? "bad" : "muted"}
            nativeID={field.helpId}
            role={wrong ? "alert" : undefined}
            style={{ marginTop: -space.xs / 2 }}
          >
            {wrong ?? help}
          </Text>
        ) : null}
      </View>
    </FieldContext>
  );
}
