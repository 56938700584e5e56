import RightIcon from "lucide-react-native/icons/arrow-right";
import PlusIcon from "lucide-react-native/icons/plus";
import RemoveIcon from "lucide-react-native/icons/trash";
import { useDeferredValue, useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { usePathTrial, type Mapping } from "./queries";

/** Which folder of the service is which folder here, and what that makes of a path. */
export function MappingsEditor({
  mappings,
  service,
  onChange,
}: {
  mappings: readonly Mapping[];
  service: string;
  onChange: (mappings: Mapping[]) => void;
}) {
  const { t } = useWords();
  const put = (at: number, said: Partial<Mapping>) =>
    onChange(mappings.map((each, place) => (place === at ? { ...each, ...said } : each)));
  return (
    <View style={{ gap: space.sm }} role="group" aria-label={t("connections.folders")}>
      <Text step="small" weight="medium">
        {t("connections.folders")}
      </Text>
      <Text step="small" color="muted">
        {t("connections.foldersHint", { service })}
      </Text>
      {mappings.map(({ remote, local }, at) => (
        <View key={at} style={LINE}>
          <View style={SIDE}>
            <Input
              mono
              aria-label={t("connections.there", { service })}
              placeholder={t("connections.there", { service })}
              value={remote}
              onChangeText={(text) => put(at, { remote: text })}
            />
          </View>
          <Icon shape={RightIcon} />
          <View style={SIDE}>
            <Input
              mono
              aria-label={t("connections.here")}
              placeholder={t("connections.here")}
              value={local}
              onChangeText={(text) => put(at, { local: text })}
            />
          </View>
          <IconButton
            small
            label={t("connections.unmap", { path: remote })}
            icon={RemoveIcon}
            onPress={() => onChange(mappings.filter((_, place) => place !== at))}
          />
        </View>
      ))}
      <View style={{ alignItems: "flex-start" }}>
        <Button
          tone="quiet"
          icon={PlusIcon}
          label={t("connections.map")}
          onPress={() => onChange([...mappings, { remote: "", local: "" }])}
        />
      </View>
      {mappings.length > 0 && <PathTrial mappings={mappings} service={service} />}
    </View>
  );
}

function PathTrial({ mappings, service }: { mappings: readonly Mapping[]; service: string }) {
  const { t } = useWords();
  const [path, setPath] = useState("");
  const remote = useDeferredValue(path.trim());
  const whole = mappings.filter((each) => each.remote.trim() && each.local.trim());
  const trial = usePathTrial(remote ? { mappings: whole, remote, local: null } : null);
  const outcome = remote ? trial.data : undefined;
  const isThere = outcome?.is_there;
  return (
    <Field label={t("connections.tryPath")} help={t("connections.tryPathHint", { service })}>
      <Input mono value={path} onChangeText={setPath} maxLength={4096} />
      {trial.error && <ProblemView problem={told(trial.error)} />}
      {outcome && (
        <View role="status" style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
          <Text step="small" mono selectable>
            {outcome.local ?? t("connections.nowhere")}
          </Text>
          {typeof isThere === "boolean" && (
            <Text step="small" color={isThere ? "good" : "bad"}>
              {t(isThere ? "connections.isThere" : "connections.isNotThere")}
            </Text>
          )}
        </View>
      )}
    </Field>
  );
}

const LINE = {
  flexDirection: "row",
  alignItems: "center",
  flexWrap: "wrap",
  gap: space.sm,
} as const;
const SIDE = { flexGrow: 1, flexBasis: 180, minWidth: 0 } as const;
