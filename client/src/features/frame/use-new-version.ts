import { useEffect } from "react";

import { useConnection } from "@/api/connection";
import { useWords } from "@/i18n/words";
import { isUpgraded, loadAnew } from "@/ui/scripts";
import { toast } from "@/ui/Toast";

/** Looks, whenever the server comes back, whether it has another version, and offers to load it. */
export function useNewVersion(): void {
  const { t } = useWords();
  useEffect(() => {
    let [wasLost, wasTold] = [false, false];
    const offer = (isOther: boolean) => {
      if (!isOther || wasTold) return;
      wasTold = true;
      const action = { label: t("screen.load"), onPress: loadAnew };
      toast(t("screen.newVersion"), { stays: true, action });
    };
    return useConnection.subscribe(({ state }) => {
      if (state === "lost") wasLost = true;
      if (state !== "live" || !wasLost) return;
      wasLost = false;
      void isUpgraded().then(offer);
    });
  }, [t]);
}
