export { VerifyScreen as default } from "@/screens";
