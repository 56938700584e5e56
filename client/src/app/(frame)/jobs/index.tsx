export { JobsScreen as default } from "@/screens";
