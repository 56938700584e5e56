export { JobScreen as default } from "@/screens";
