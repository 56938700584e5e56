import SearchIcon from "lucide-react-native/icons/search";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { ConnectionDialog, type Preset } from "@/features/connections/ConnectionDialog";
import { useConnections, useKinds, type Kind } from "@/features/connections/queries";
import { useKindWords } from "@/features/connections/words";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Row, Rows } from "@/ui/Rows";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { ConnectedRow } from "./ConnectedRow";
import { useDiscovery } from "./queries";
import { RootsCheck } from "./RootsCheck";
import { StepFoot } from "./StepFoot";

/** Services that say what titles are, and those in the house; each is tried as it is connected. */
export function ConnectionsStep({ onSettled }: { onSettled: () => void }) {
  const { t } = useWords();
  const kinds = useKinds();
  const connections = useConnections();
  const [adding, setAdding] = useState<Preset | "any" | null>(null);
  const connected = connections.data ?? [];
  const missing = (kinds.data ?? []).filter(
    (kind) => isOfTitles(kind) && !connected.some((each) => each.kind === kind.name),
  );
  const problem = kinds.error ?? connections.error;
  return (
    <View style={{ gap: space.lg }}>
      {problem && <ProblemView problem={told(problem)} />}
      {(kinds.isPending || connections.isPending) && <Skeleton height={160} />}
      {connected.length > 0 && (
        <Card title={t("firstRun.connected")} flush>
          <Rows>
            {connected.map((each) => (
              <ConnectedRow key={each.id} connection={each} />
            ))}
          </Rows>
        </Card>
      )}
      {missing.length > 0 && (
        <Card title={t("firstRun.ofTitles")} hint={t("firstRun.ofTitlesHint")} flush>
          <Rows>
            {missing.map((kind) => (
              <KindRow key={kind.name} kind={kind} onConnect={setAdding} />
            ))}
          </Rows>
        </Card>
      )}
      <InTheHouse kinds={kinds.data ?? []} onConnect={setAdding} />
      <RootsCheck connections={connected} />
      <View style={{ alignItems: "flex-start" }}>
        <Button label={t("firstRun.other")} onPress={() => setAdding("any")} />
      </View>
      {adding && (
        <ConnectionDialog
          connection={null}
          preset={adding === "any" ? undefined : adding}
          onClose={() => setAdding(null)}
        />
      )}
      <StepFoot step="connections" isDone={connected.length > 0} onSettled={onSettled} />
    </View>
  );
}

const OF_TITLES = new Set(["describes_titles", "offers_artwork"]);

function isOfTitles({ abilities }: Kind): boolean {
  return abilities.some((ability) => OF_TITLES.has(ability));
}

function KindRow({ kind, onConnect }: { kind: Kind; onConnect: (preset: Preset) => void }) {
  const { t } = useWords();
  const words = useKindWords();
  return (
    <Row
      title={kind.title}
      detail={words.can(kind)}
      after={
        <Button
          label={t("connections.connect")}
          aria-label={t("connections.addOne", { kind: kind.title })}
          onPress={() => onConnect({ kind: kind.name })}
        />
      }
    />
  );
}

/** Looks for services in the house when somebody asks, and offers to connect what it finds. */
function InTheHouse({
  kinds,
  onConnect,
}: {
  kinds: readonly Kind[];
  onConnect: (preset: Preset) => void;
}) {
  const { t } = useWords();
  const isWide = useIsWide();
  const look = useDiscovery();
  const connections = useConnections();
  const found = (look.data ?? []).filter(
    ({ kind, url }) =>
      !connections.data?.some((each) => each.kind === kind && each.options["url"] === url),
  );
  const titleOf = (name: string) => kinds.find((kind) => kind.name === name)?.title ?? name;
  const button = (
    <Button
      icon={SearchIcon}
      label={t("firstRun.look")}
      busy={look.isPending}
      onPress={() => look.mutate()}
    />
  );
  return (
    <Card
      title={t("firstRun.house")}
      hint={t("firstRun.houseHint")}
      flush
      action={isWide && button}
    >
      {!isWide && <View style={{ padding: space.md }}>{button}</View>}
      {look.error && <ProblemView problem={told(look.error)} />}
      {look.data && found.length === 0 && (
        <View style={{ padding: space.md }}>
          <Notice>{t(look.data.length > 0 ? "firstRun.allFound" : "firstRun.noneFound")}</Notice>
        </View>
      )}
      <Rows>
        {found.map(({ kind, url }) => (
          <Row
            key={kind}
            title={titleOf(kind)}
            detail={url}
            after={
              <Button
                label={t("connections.connect")}
                aria-label={t("connections.addOne", { kind: titleOf(kind) })}
                onPress={() => onConnect({ kind, url })}
              />
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
