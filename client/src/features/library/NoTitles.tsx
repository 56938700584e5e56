import LibraryIcon from "lucide-react-native/icons/library";
import { useRouter } from "expo-router";

import { useMay } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Feedback";

/** What stands where titles will be; until there is a library, with the way to add one. */
export function NoTitles({ hasLibrary }: { hasLibrary: boolean }) {
  const { t } = useWords();
  const router = useRouter();
  const isAdmin = useMay("admin");
  const add = () => router.push("/welcome" as never);
  return (
    <Empty
      icon={LibraryIcon}
      title={t(hasLibrary ? "library.empty" : "library.none")}
      action={
        isAdmin && !hasLibrary && <Button tone="primary" label={t("library.add")} onPress={add} />
      }
    >
      {t(hasLibrary ? "library.emptyHint" : "library.noneHint")}
    </Empty>
  );
}
