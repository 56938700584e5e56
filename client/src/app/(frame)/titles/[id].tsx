export { TitleScreen as default } from "@/screens";
