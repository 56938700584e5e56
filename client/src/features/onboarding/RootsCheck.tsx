import RightIcon from "lucide-react-native/icons/arrow-right";
import { useState } from "react";
import { View } from "react-native";

import { saidOf, told } from "@/api/problem";
import { useChangeConnection, type Connection } from "@/features/connections/queries";
import { useLibraries } from "@/features/library/queries";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { useRoots, type Manager, type Root } from "./queries";

/** Whether the folders of Sonarr and Radarr are known here; each that is not can be matched. */
export function RootsCheck({ connections }: { connections: readonly Connection[] }) {
  const { t } = useWords();
  const libraries = useLibraries();
  const hasLibraries = (libraries.data?.length ?? 0) > 0;
  const roots = useRoots(hasLibraries && connections.length > 0);
  const open = (roots.data ?? []).filter(
    ({ problem, roots: each }) => problem || each.some(({ library }) => library === null),
  );
  if (open.length === 0) return null;
  return (
    <Card title={t("firstRun.roots")} hint={t("firstRun.rootsHint")}>
      {open.map((manager) => (
        <Folders
          key={manager.connection_id}
          manager={manager}
          connection={connections.find(({ id }) => id === manager.connection_id)}
        />
      ))}
    </Card>
  );
}

function Folders({
  manager,
  connection,
}: {
  manager: Manager;
  connection: Connection | undefined;
}) {
  if (manager.problem) return <ProblemView problem={saidOf(manager.problem)} />;
  if (!connection) return null;
  return manager.roots
    .filter(({ library }) => library === null)
    .map((root) => <Match key={root.remote} root={root} connection={connection} />);
}

function Match({ root, connection }: { root: Root; connection: Connection }) {
  const { t } = useWords();
  const folders = (useLibraries().data ?? []).flatMap((library) => library.folders);
  const [chosen, setChosen] = useState(root.likely ?? folders[0] ?? "");
  const change = useChangeConnection();
  const match = () => {
    const others = connection.mappings.filter(({ remote }) => remote !== root.remote);
    const mappings = [...others, { remote: root.remote, local: chosen }];
    change.mutate({ id: connection.id, patch: { mappings, even_if_failing: false } });
  };
  const service = connection.name;
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small">{t("firstRun.unmatched", { service, path: root.remote })}</Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
        <Text mono step="small">
          {root.remote}
        </Text>
        <Icon shape={RightIcon} />
        <View style={{ flexGrow: 1, flexBasis: 220 }}>
          <Select
            label={t("firstRun.folderHere")}
            value={chosen}
            choices={folders.map((key) => ({ key, label: key }))}
            onChange={setChosen}
          />
        </View>
        <Button
          label={t("firstRun.match")}
          aria-label={t("firstRun.matchOne", { path: root.remote })}
          busy={change.isPending}
          disabled={!chosen}
          onPress={match}
        />
      </View>
      {change.error && <ProblemView problem={told(change.error)} />}
    </View>
  );
}
