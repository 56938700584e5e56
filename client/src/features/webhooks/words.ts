import TakenIcon from "lucide-react-native/icons/circle-check";
import WaitingIcon from "lucide-react-native/icons/clock";
import RepeatedIcon from "lucide-react-native/icons/copy";
import NotedIcon from "lucide-react-native/icons/eye";
import UnknownIcon from "lucide-react-native/icons/circle-question-mark";
import RefusedIcon from "lucide-react-native/icons/circle-x";

import { useWords } from "@/i18n/words";
import type { Tone } from "@/ui/Badge";
import type { IconShape } from "@/ui/Icon";

import type { Delivery, DeliveryState } from "./queries";

/** How each state looks; a report that was only noted is as good as one that is acted on. */
export const SIGNS: Record<DeliveryState, { tone: Tone; icon: IconShape }> = {
  waiting: { tone: "info", icon: WaitingIcon },
  taken: { tone: "good", icon: TakenIcon },
  noted: { tone: "plain", icon: NotedIcon },
  repeated: { tone: "plain", icon: RepeatedIcon },
  refused: { tone: "bad", icon: RefusedIcon },
  unknown: { tone: "warn", icon: UnknownIcon },
  unreadable: { tone: "bad", icon: RefusedIcon },
};

/** Says in the user's language what was reported, and what became of it. */
export function useDeliveryWords() {
  const { t } = useWords();
  const what = ({ what: word, event }: Delivery): string =>
    word
      ? t(`deliveries.what.${word as "imported"}`, { defaultValue: event ?? word })
      : (event ?? t("deliveries.unread"));
  return {
    what,
    title: (delivery: Delivery): string => delivery.about ?? what(delivery),
    why: ({ state, facts }: Delivery): string => {
      const reason = facts["reason"] === "unmapped" ? "unmapped" : "outside";
      if (state === "refused") {
        return t(`deliveries.refused.${reason}`, { path: String(facts["path"] ?? "") });
      }
      return t(`deliveries.became.${state}`);
    },
  };
}
