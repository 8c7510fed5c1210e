def lambda_handler(event, context):
    context.log("a line\n")
    context.log("a part, ")
    context.log({"and": "an object"})
    context.log("\n")
