export { UnidentifiedScreen as default } from "@/screens";
