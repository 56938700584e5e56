export { HelpScreen as default } from "@/screens";
