export { Root as default } from "@/features/frame/Root";
