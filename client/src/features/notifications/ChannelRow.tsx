import WellIcon from "lucide-react-native/icons/circle-check";
import OffIcon from "lucide-react-native/icons/circle-minus";
import FailingIcon from "lucide-react-native/icons/circle-x";
import MoreIcon from "lucide-react-native/icons/ellipsis";
import EditIcon from "lucide-react-native/icons/pencil";
import PowerIcon from "lucide-react-native/icons/power";
import TestIcon from "lucide-react-native/icons/send";
import RemoveIcon from "lucide-react-native/icons/trash";
import { View } from "react-native";

import { saidOf } from "@/api/problem";
import { useFormat } from "@/i18n/format";
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

import { useTestChannel, useTurnChannel, type Channel } from "./queries";

type RowProps = { channel: Channel; onEdit: () => void; onRemove: () => void };

/** One channel: how it is, in words, and what can be done about it. */
export function ChannelRow(props: RowProps) {
  const { t } = useWords();
  const { channel } = props;
  const isWide = useIsWide();
  const test = useTestChannel(({ name, problem }) =>
    toast(
      t(problem ? "notifications.notArrived" : "notifications.arrived", { name }),
      problem ? { tone: "bad" } : {},
    ),
  );
  const named = t("notifications.testOne", { name: channel.name });
  const tryIt = () => test.mutate(channel.id);
  return (
    <Row
      before={<Sign channel={channel} />}
      title={
        <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
          <Text weight="medium">{channel.name}</Text>
          <Badge label={t(`notifications.kind.${channel.kind}`)} />
        </View>
      }
      detail={<Health channel={channel} />}
      after={
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.xs }}>
          {isWide ? (
            <Button
              icon={TestIcon}
              label={t("notifications.test")}
              aria-label={named}
              busy={test.isPending}
              onPress={tryIt}
            />
          ) : (
            <IconButton icon={TestIcon} label={named} disabled={test.isPending} onPress={tryIt} />
          )}
          <Deeds {...props} />
        </View>
      }
    />
  );
}

function Sign({ channel: { is_enabled: isOn, problem } }: { channel: Channel }) {
  if (problem) return <Icon shape={FailingIcon} color="bad" />;
  return isOn ? <Icon shape={WellIcon} color="good" /> : <Icon shape={OffIcon} color="faint" />;
}

function Health({ channel }: { channel: Channel }) {
  const { t } = useWords();
  const format = useFormat();
  const { is_enabled: isOn, problem, shown, told_at: at } = channel;
  const state = isOn
    ? at
      ? t("notifications.toldAt", { when: format.since(at) })
      : t("notifications.untold")
    : t(problem ? "notifications.switchedOff" : "notifications.off");
  return (
    <View style={{ gap: 2 }}>
      {problem && (
        <>
          <Text step="small" color="bad">
            {saidOf(problem).sentence}
          </Text>
          <Text step="small">{saidOf(problem).hint}</Text>
        </>
      )}
      <Text step="small" color="muted">
        {[...Object.values(shown), state].join(" · ")}
      </Text>
    </View>
  );
}

function Deeds({ channel: { id, name, is_enabled: isOn }, onEdit, onRemove }: RowProps) {
  const { t } = useWords();
  const change = useTurnChannel();
  const turn = () => change.mutate({ id, patch: { is_enabled: !isOn, even_if_failing: false } });
  const label = t("notifications.more", { name });
  return (
    <Menu
      label={label}
      choices={[
        { key: "edit", label: t("notifications.change"), icon: EditIcon, onPress: onEdit },
        {
          key: "turn",
          label: t(isOn ? "notifications.turnOff" : "notifications.turnOn"),
          icon: PowerIcon,
          onPress: turn,
        },
        {
          key: "remove",
          label: t("notifications.forget"),
          icon: RemoveIcon,
          color: "bad",
          onPress: onRemove,
        },
      ]}
      trigger={(open, isOpen) => (
        <IconButton
          label={label}
          icon={MoreIcon}
          selected={isOpen}
          aria-haspopup="menu"
          onPress={open}
        />
      )}
    />
  );
}
