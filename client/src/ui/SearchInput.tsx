import SearchIcon from "lucide-react-native/icons/search";
import { useEffect, useEffectEvent, useState } from "react";

import { Input } from "./Input";

const PATIENCE = 250;

/** Words to look for, which are asked for once typing rests; what comes from elsewhere stands there too. */
export function SearchInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (words: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== asked) {
      setAsked(value);
      setTyped(value); // else our own words have come back, and more may be typed by now
    }
  }
  const ask = useEffectEvent(() => {
    setAsked(typed);
    onChange(typed);
  });
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => ask(), PATIENCE);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <Input
      icon={SearchIcon}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChangeText={setTyped}
    />
  );
}
