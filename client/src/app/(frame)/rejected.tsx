export { RejectedScreen as default } from "@/screens";
