import DownIcon from "lucide-react-native/icons/arrow-down";
import UpIcon from "lucide-react-native/icons/arrow-up";
import WellIcon from "lucide-react-native/icons/circle-check";
import OffIcon from "lucide-react-native/icons/circle-minus";
import FailingIcon from "lucide-react-native/icons/circle-x";
import UntestedIcon from "lucide-react-native/icons/circle-dashed";
import MoreIcon from "lucide-react-native/icons/ellipsis";
import EditIcon from "lucide-react-native/icons/pencil";
import PowerIcon from "lucide-react-native/icons/power";
import TestIcon from "lucide-react-native/icons/refresh-cw";
import RemoveIcon from "lucide-react-native/icons/trash";
import { View } from "react-native";

import { saidOf } from "@/api/problem";
import { useMay } from "@/api/session";
import { moved } from "@/features/audio/sound";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button, IconButton } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Menu } from "@/ui/Menu";
import { Row } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import {
  useOrderConnections,
  useTestConnection,
  useTurnConnection,
  type Connection,
  type Kind,
} from "./queries";
import { useHealthWords } from "./words";

type RowProps = {
  connection: Connection;
  kind: Kind | undefined;
  at: number;
  among: readonly Connection[];
  onEdit?: (connection: Connection) => void;
  onRemove: () => void;
};

/** One service: how it is, in words, and what can be done about it. */
export function ConnectionRow(props: RowProps) {
  const { t } = useWords();
  const { connection, kind, onEdit } = props;
  const may = useMay("operator");
  const isWide = useIsWide();
  const test = useTestConnection(({ name, health }) =>
    toast(
      t(health.is_well ? "connections.isWell" : "connections.isFailing", { name }),
      health.is_well ? {} : { tone: "bad" },
    ),
  );
  const title = kind?.title ?? connection.kind;
  const tryIt = () => test.mutate(connection.id);
  return (
    <Row
      before={<Sign connection={connection} />}
      title={
        <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
          <Text weight="medium">{connection.name}</Text>
          {title !== connection.name && <Badge label={title} />}
        </View>
      }
      detail={<HealthLine connection={connection} title={title} />}
      after={
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.xs }}>
          {may && !isWide && (
            <IconButton
              icon={TestIcon}
              label={t("connections.testOne", { name: connection.name })}
              disabled={test.isPending}
              onPress={tryIt}
            />
          )}
          {may && isWide && (
            <Button
              icon={TestIcon}
              label={t("connections.test")}
              aria-label={t("connections.testOne", { name: connection.name })}
              busy={test.isPending}
              onPress={tryIt}
            />
          )}
          {onEdit && <Deeds {...props} onEdit={onEdit} />}
        </View>
      }
    />
  );
}

function Sign({ connection: { is_enabled: isOn, health } }: { connection: Connection }) {
  if (!isOn) return <Icon shape={OffIcon} color="faint" />;
  if (health.is_well === null) return <Icon shape={UntestedIcon} />;
  return health.is_well ? (
    <Icon shape={WellIcon} color="good" />
  ) : (
    <Icon shape={FailingIcon} color="bad" />
  );
}

function HealthLine({ connection, title }: { connection: Connection; title: string }) {
  const words = useHealthWords();
  const { health, is_enabled: isOn, options } = connection;
  const problem = isOn ? health.problem : null;
  const address = typeof options["url"] === "string" ? options["url"] : "";
  return (
    <View style={{ gap: 2 }}>
      <Text step="small" color={problem ? "bad" : "muted"}>
        {words.line(connection, title)}
      </Text>
      {problem && <Text step="small">{saidOf(problem).hint}</Text>}
      <Text step="tiny" color="muted" tabular numberOfLines={2}>
        {[address.replace(/^https?:\/\//, ""), isOn && words.when(health)]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </View>
  );
}

function Deeds({
  connection,
  at,
  among,
  onEdit,
  onRemove,
}: RowProps & { onEdit: (connection: Connection) => void }) {
  const { t } = useWords();
  const change = useTurnConnection();
  const order = useOrderConnections();
  const { id, name, is_enabled: isOn } = connection;
  const turn = () => change.mutate({ id, patch: { is_enabled: !isOn, even_if_failing: false } });
  const move = (by: number) => () => order.mutate(moved(among, at, by));
  return (
    <Menu
      label={t("connections.more", { name })}
      choices={[
        {
          key: "edit",
          label: t("connections.change"),
          icon: EditIcon,
          onPress: () => onEdit(connection),
        },
        {
          key: "turn",
          label: t(isOn ? "connections.turnOff" : "connections.turnOn"),
          icon: PowerIcon,
          onPress: turn,
        },
        {
          key: "up",
          label: t("connections.earlier"),
          icon: UpIcon,
          disabled: at === 0,
          onPress: move(-1),
        },
        {
          key: "down",
          label: t("connections.later"),
          icon: DownIcon,
          disabled: at === among.length - 1,
          onPress: move(1),
        },
        {
          key: "remove",
          label: t("connections.forget"),
          icon: RemoveIcon,
          color: "bad",
          onPress: onRemove,
        },
      ]}
      trigger={(open, isOpen) => (
        <IconButton
          label={t("connections.more", { name })}
          icon={MoreIcon}
          selected={isOpen}
          aria-haspopup="menu"
          onPress={open}
        />
      )}
    />
  );
}
