// Serves a folder of files: node serve.js FOLDER PORT

import { siteServer } from "./site.js";

const [folder, port] = process.argv.slice(2);
siteServer(folder).listen(Number(port), "127.0.0.1");
