export { BackupsScreen as default } from "@/screens";
