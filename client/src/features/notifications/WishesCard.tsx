import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Row, Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";

import { useKeepWishes, type Wish, type Wishes } from "./queries";

const WISHES: readonly Wish[] = ["now", "hourly", "daily", "off"];

/** Of what one wants to hear, and when: each kind that one's role may know of. */
export function WishesCard({ wishes }: { wishes: Wishes }) {
  const { t } = useWords();
  const keep = useKeepWishes();
  const choices = WISHES.map((key) => ({ key, label: t(`notifications.wish.${key}`) }));
  const change = (kind: string, wish: Wish) =>
    keep.mutate({
      ...wishes,
      kinds: wishes.kinds.map((each) => (each.kind === kind ? { ...each, wish } : each)),
    });
  return (
    <Card flush title={t("notifications.wishes")} hint={t("notifications.wishesHint")}>
      <Rows>
        {wishes.kinds.map(({ kind, wish }) => (
          <Row
            key={kind}
            title={t(`notifications.about.${kind}`)}
            after={
              <Select
                bare
                label={t(`notifications.about.${kind}`)}
                choices={choices}
                value={wish}
                onChange={(chosen) => change(kind, chosen)}
              />
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
