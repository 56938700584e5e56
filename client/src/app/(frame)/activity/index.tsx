export { ActivityScreen as default } from "@/screens";
