def lambda_handler(event, context):
    return {1: "whole", 2.5: "fraction", None: "nothing", False: "boolean", "text": "text"}
