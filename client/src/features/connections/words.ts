import { saidOf } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { i18n, useWords } from "@/i18n/words";

import type { Connection, Health, Kind } from "./queries";

const ABILITIES = ["searches_titles", "describes_titles", "offers_artwork"];

/** Says what a kind of services can do, what it has to be told, and where that is found. */
export function useKindWords() {
  const { t } = useWords();
  const said = (key: string, otherwise: string) =>
    i18n.exists(key) ? String(i18n.t(key as never)) : otherwise;
  return {
    can: (kind: Kind) =>
      kind.abilities
        .toSorted((one, other) => ABILITIES.indexOf(one) - ABILITIES.indexOf(other))
        .map((ability) => said(`connections.can.${ability}`, ""))
        .filter(Boolean)
        .join(" · "),
    field: (name: string) => said(`connections.field.${name}`, name),
    where: (kind: Kind) => said(`connections.where.${kind.name}`, ""),
    address: (kind: Kind) => said(`connections.address.${kind.name}`, t("connections.addressHint")),
  };
}

/** Says in a line how a connection is. */
export function useHealthWords() {
  const { t } = useWords();
  const format = useFormat();
  const answers = ({ service_name: name, service_version: version }: Health, kind: string) =>
    t("connections.answers", {
      name: [kind, version, name && name !== kind ? `(${name})` : null].filter(Boolean).join(" "),
    });
  return {
    answers,
    line: ({ health, is_enabled: isOn }: Connection, kind: string): string => {
      if (!isOn) return t("connections.off");
      if (health.is_well === null) return t("connections.untested");
      if (health.problem) return saidOf(health.problem).sentence;
      return answers(health, kind);
    },
    when: ({ failing_since: since, tested_at: at }: Health): string => {
      if (since) return t("connections.failingSince", { when: format.since(since) });
      return at ? t("connections.testedAt", { when: format.since(at) }) : "";
    },
  };
}
