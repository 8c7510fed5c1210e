class Greeter:
    def __init__(self, greeting):
        self.greeting = greeting

    def __call__(self, event, context):
        return f"{self.greeting}, {event['name']}"


lambda_handler = Greeter("Hello")
