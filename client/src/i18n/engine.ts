import { fillIn } from "./lacking";

fillIn();
