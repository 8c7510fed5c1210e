lambda_handler = "hello"
