import { useWords } from "@/i18n/words";

import { Button } from "./Button";

type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

/** Fetches what follows in a list that is read page by page, as long as there is more. */
export function More({ of }: { of: Pages }) {
  const { t } = useWords();
  if (!of.hasNextPage) return null;
  return (
    <Button
      label={t("common.more")}
      busy={of.isFetchingNextPage}
      onPress={() => void of.fetchNextPage()}
    />
  );
}
