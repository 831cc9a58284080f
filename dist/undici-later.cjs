module.exports={get fetch(){return require("./undici.cjs").fetch},get ProxyAgent(){return require("./undici.cjs").ProxyAgent}};
