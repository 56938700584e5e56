import { Badge, type BadgeProps } from "./Badge";
import { Link } from "./Link";
import { Reach } from "./Reach";

/** It is pressed as high as a button is. */
const AROUND = 11;

/** A state in a word that leads to where it is dealt with. */
export function BadgeLink({ href, ...badge }: BadgeProps & { href: string }) {
  return (
    <Link href={href}>
      <Badge {...badge} />
      <Reach by={AROUND} beside={0} />
    </Link>
  );
}
