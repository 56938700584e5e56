export { FirstRunScreen as default } from "@/screens";
